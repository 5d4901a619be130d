import { fieldCatalogue, type FieldType } from "./field-catalogue.ts";

/** The type of a field of a record kind; null for one that the catalogue does not have. */
export function fieldTypeOf(recordKind: string, field: string): FieldType | null {
  if (!Object.hasOwn(fieldCatalogue, recordKind)) return null;
  const fields: Readonly<Record<string, FieldType>> = fieldCatalogue[recordKind as keyof typeof fieldCatalogue];
  return Object.hasOwn(fields, field) ? (fields[field] ?? null) : null;
}
