// What a person is told of their own group, in sentences: drawn in the line, and said where there is no canvas.
import { groupOf, type GroupSet } from '@commonboard/shared/groups/group-set.ts';
import { t } from '../../ui/messages/t.ts';

export function ownGroupText(set: GroupSet, participantId: string): string {
  const group = groupOf(set, participantId);
  if (!group) return set.isChoosing ? t('groups.choose') : t('groups.own.none');
  const { number, people, host, scribe } = group;
  const mine =
    people.length > 1 || set.isChoosing
      ? t('groups.own', { number, names: people.map(({ name }) => name).join(', ') })
      : t('groups.own.alone', { number });
  if (set.isChoosing) return mine;
  const nameOf = (id: string | null): string | null =>
    people.find(({ participant }) => participant === id)?.name ?? null;
  return [mine, hostText(nameOf(host), host === participantId), scribeText(nameOf(scribe), scribe === participantId)]
    .filter((sentence) => sentence !== null)
    .join(' ');
}

/** Of a table that others go on from. */
function hostText(name: string | null, isMe: boolean): string | null {
  if (name === null) return null;
  return isMe ? t('groups.host.me') : t('groups.host.other', { name });
}

function scribeText(name: string | null, isMe: boolean): string | null {
  if (name === null) return null;
  return isMe ? t('groups.scribe.me') : t('groups.scribe.other', { name });
}

/** While the server is at work on the zones. */
export function stageText({ stage }: Pick<GroupSet, 'stage'>): string | null {
  switch (stage) {
    case 'making':
      return t('groups.waiting');
    case 'bringing':
      return t('groups.bringing');
    case 'ending':
      return t('groups.ending');
    case 'open':
    case 'over':
      return null;
  }
}
