// What must hold of a board after any fault: what was called saved is there, nothing is there twice, nothing came from nowhere.

export interface Act {
  kind: 'add' | 'delete';
  /** Each is added once. */
  tag: string;
  /** The server has said so (message 64). */
  saved: boolean;
}

export interface BoardRead {
  /** The tag of each note. */
  notes: readonly string[];
  /** The common list: deletions do not take anything out of it. */
  tally: readonly string[];
}

/** A sentence for each thing that does not hold. */
export function violations(acts: readonly Act[], { notes, tally }: BoardRead): string[] {
  const added = new Set(acts.filter(({ kind }) => kind === 'add').map(({ tag }) => tag));
  const deleted = new Map(acts.filter(({ kind }) => kind === 'delete').map((act) => [act.tag, act]));
  const inNotes = countOf(notes);
  const inTally = countOf(tally);
  const found: string[] = [];
  for (const { kind, tag, saved } of acts) {
    if (kind === 'delete') {
      if (saved && inNotes.has(tag)) found.push(`${tag} was deleted, called saved, and is there`);
      continue;
    }
    if (saved && !inTally.has(tag)) found.push(`${tag} was called saved and is not in the list`);
    if (saved && !deleted.has(tag) && !inNotes.has(tag)) found.push(`${tag} was called saved and is not there`);
  }
  for (const counts of [inNotes, inTally]) {
    for (const [tag, count] of counts) {
      if (!added.has(tag)) found.push(`${tag} was never written`);
      if (count > 1) found.push(`${tag} is there ${count} times`);
    }
  }
  return found;
}

function countOf(tags: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return counts;
}
