import pg from "pg";

// Days without a time stay ISO strings: a Date would move them by the machine's time zone.
const DATE = 1082;
const DATE_ARRAY = 1182;
const builtins = pg.types;

/** How PostgreSQL's values become JavaScript's on every connection of the store. */
export const storeTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: "text" | "binary") =>
    oid === DATE || oid === DATE_ARRAY ? (value: string) => value : builtins.getTypeParser(oid, format)) as pg.CustomTypesConfig["getTypeParser"],
};
