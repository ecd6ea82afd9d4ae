/** A number of a JSON line that is not written as the number itself is: `1.0`, `1e3`, `1e400`. */
export class Written {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

/** What stands in a cell, for a message: a number as it is written. */
export const written = (cell: unknown) => (cell instanceof Written ? cell.text : cell);
