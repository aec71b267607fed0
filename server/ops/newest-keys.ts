// One value for each key, made when it is first asked for. Of too many keys the one that was asked for longest ago goes.

const keysMax = 10_000;

export class NewestKeys<Value> {
  readonly #make: () => Value;
  /** Asked for longest ago first. */
  readonly #kept = new Map<string, Value>();

  constructor(make: () => Value) {
    this.#make = make;
  }

  get(key: string): Value {
    const value = this.#kept.get(key) ?? this.#make();
    this.#kept.delete(key);
    this.#kept.set(key, value);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > keysMax && oldest !== undefined) this.#kept.delete(oldest);
    return value;
  }
}
