/** A JSON Schema (draft-07), as far as the schema of rulesets needs one. */
export interface Schema {
  readonly $schema?: string;
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly enumDescriptions?: readonly string[];
  readonly pattern?: string;
  readonly patternErrorMessage?: string;
  readonly errorMessage?: string;
  readonly properties?: Schemas;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly patternProperties?: Schemas;
  readonly propertyNames?: Schema;
  readonly minProperties?: number;
  readonly items?: Schema | readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly not?: Schema;
  readonly if?: Schema;
  readonly then?: Schema;
  readonly else?: Schema;
  readonly definitions?: Schemas;
  /** What the key is that tells the alternatives of a union apart. */
  readonly kinds?: Kinds;
  /** Keeps an editor from proposing what only serves a test. */
  readonly doNotSuggest?: boolean;
}

/** The key that says which alternative is meant. */
export interface Kinds {
  readonly key: string;
  readonly description: string;
}

export type Schemas = Readonly<Record<string, Schema>>;

const prefix = "#/definitions/";

/** Points to a definition. */
export const refer = (name: string): Schema => ({ $ref: prefix + name });

/** Reads the name of the definition that a schema points to. */
export function referred({ $ref }: Schema): string | undefined {
  return $ref?.startsWith(prefix) ? $ref.slice(prefix.length) : undefined;
}

/** Maps the schemas under names. */
export function each(schemas: Schemas, map: (schema: Schema, name: string) => Schema): Schemas {
  return Object.fromEntries(Object.entries(schemas).map(([name, s]) => [name, map(s, name)]));
}

/** Maps the schemas directly inside a schema. */
export function inside(schema: Schema, map: (schema: Schema) => Schema): Schema {
  const { properties, additionalProperties, propertyNames, items, anyOf, oneOf, allOf } = schema;
  return {
    ...schema,
    ...(properties && { properties: each(properties, map) }),
    ...(typeof additionalProperties === "object" && {
      additionalProperties: map(additionalProperties),
    }),
    ...(propertyNames && { propertyNames: map(propertyNames) }),
    ...(items && { items: Array.isArray(items) ? items.map(map) : map(items as Schema) }),
    ...(anyOf && { anyOf: anyOf.map(map) }),
    ...(oneOf && { oneOf: oneOf.map(map) }),
    ...(allOf && { allOf: allOf.map(map) }),
  };
}

/** Are two schemas written alike. */
export const same = (a: Schema, b: Schema) => JSON.stringify(a) === JSON.stringify(b);
