// An answer that is written as JSON once, for all who get the same.

export class JsonText<T extends object> {
  readonly text: string;
  /** What it is, for the compiler. */
  declare readonly of: T;

  constructor(value: T) {
    this.text = JSON.stringify(value);
  }
}
