// Where in a template file something is, in words: "phases, third, minutes".

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

export function ordinal(index: number): string {
  const number = index + 1;
  const teen = number % 100 >= 11 && number % 100 <= 13;
  const ending = teen ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return ordinals[index] ?? `${number}${ending}`;
}

export function placeWords(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'The file';
  return path.map((part) => (typeof part === 'number' ? ordinal(part) : String(part))).join(', ');
}
