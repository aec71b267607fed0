// The people of a board as facilitators see them, fetched anew whenever something changes, and what is decided about them.
import type { ListedPerson, PersonAction } from '@commonboard/shared/protocol/access.ts';
import type { BoardId } from '@commonboard/shared/protocol/ids.ts';
import { useEffect, useState } from 'react';
import { call, type WithToken } from '../sync/api.ts';
import { errorText } from '../ui/messages/error-text.ts';
import { t } from '../ui/messages/t.ts';
import { showToast } from '../ui/toast-list.ts';

export type PeopleState =
  | { kind: 'fetching' }
  /** `version`: as of when. */
  | { kind: 'ready'; people: readonly ListedPerson[]; version: string }
  | { kind: 'failed'; error: unknown };

const done = {
  'let-in': 'people.done.let-in',
  'turn-away': 'people.done.turn-away',
  kick: 'people.done.kick',
  ban: 'people.done.ban',
  unban: 'people.done.unban',
  'confirm-facilitator': 'people.done.confirm-facilitator',
  'refuse-facilitator': 'people.done.refuse-facilitator',
} as const satisfies Record<PersonAction, string>;

/** `takeBack`: what they made on the board goes too. */
export type Decide = (person: ListedPerson, action: PersonAction, takeBack: boolean) => Promise<void>;

/** `version` changes when somebody comes or goes, or something is decided. */
export function usePeopleList(id: BoardId, version: string, withToken: WithToken): [PeopleState, Decide] {
  const [state, setState] = useState<PeopleState>({ kind: 'fetching' });
  useEffect(() => {
    let left = false;
    withToken((token) => call('participants', { params: { id }, token })).then(
      ({ participants }) => left || setState({ kind: 'ready', people: participants, version }),
      (error: unknown) => left || setState({ kind: 'failed', error }),
    );
    return () => {
      left = true;
    };
  }, [id, version, withToken]);

  async function decide({ id: person, name }: ListedPerson, action: PersonAction, takeBack: boolean): Promise<void> {
    try {
      const options = { params: { id, person }, body: { action, takeBack } };
      const changed = await withToken((token) => call('changeParticipant', { ...options, token }));
      setState((now) => (now.kind === 'ready' ? { ...now, people: withPerson(now.people, changed) } : now));
      const { taken } = changed;
      const more = taken === undefined ? '' : ` ${t('people.done.taken', { count: taken })}`;
      showToast('done', t(done[action], { name }) + more);
    } catch (error) {
      showToast('trouble', errorText(error));
    }
  }
  return [state, decide];
}

function withPerson(people: readonly ListedPerson[], changed: ListedPerson): readonly ListedPerson[] {
  return people.map((person) => (person.id === changed.id ? changed : person));
}
