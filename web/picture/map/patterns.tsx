type Props = { readonly prefix: "map" | "key"; /** keeps hatching the same while the map is nearer */ readonly scale: number };

/** The fills that are no plain colour: hatched for what is not known, alone or over what is; dotted for work whose money is not known. */
export function Patterns({ prefix, scale }: Props) {
  const hatched = [["unknown", "hatch-ground", "hatch-stroke"], ...[1, 2, 3].flatMap((n) => [[`open-${n}`, `open-ground-${n}`, "open-stroke"], [`given-${n}`, `given-ground-${n}`, "open-stroke"]])] as const;
  return (
    <defs>
      {hatched.map(([name, ground, stroke]) => (
        <pattern key={name} id={`${prefix}-${name}`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform={`rotate(45) scale(${scale})`}><rect width="6" height="6" className={ground} /><path d="M0 0v6" className={stroke} /></pattern>
      ))}
      <pattern id={`${prefix}-presence`} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform={`scale(${scale})`}><rect width="5" height="5" className="presence-ground" /><circle cx="2.5" cy="2.5" r="1" className="presence-dot" /></pattern>
    </defs>
  );
}
