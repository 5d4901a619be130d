import type pg from "pg";

/**
 * Holds a name on a connection of its own while `work` runs: a lock of the session, which PostgreSQL frees when the connection ends.
 * @returns null, without running it, when another session holds the name
 */
export async function holding<T>(pool: pg.Pool, name: string, work: () => Promise<T>): Promise<T | null> {
  const client = await pool.connect();
  let clean = false;
  try {
    const key = `hashtextextended($1, 7300427)`;
    const { rows } = await client.query<{ held: boolean }>(`select pg_try_advisory_lock(${key}) as held`, [name]);
    if (rows[0]?.held !== true) {
      clean = true;
      return null;
    }
    try {
      return await work();
    } finally {
      clean = await client.query(`select pg_advisory_unlock(${key})`, [name]).then(() => true, () => false);
    }
  } finally {
    // A connection that may still hold the name is ended, and its hold with it.
    client.release(!clean);
  }
}
