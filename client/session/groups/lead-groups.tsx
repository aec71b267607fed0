// All groups with their people, for who leads: who is where, moved by a choice; scribe, video room, help; and their end.
import { type Group, groupLinkSchema, groupOf, type GroupSet } from '@commonboard/shared/groups/group-set.ts';
import { useState } from 'react';
import type { SessionStore } from '../session-store.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { SelectField } from '../../ui/form-fields.tsx';
import { t } from '../../ui/messages/t.ts';
import { TextField } from '../../ui/text-field.tsx';
import { BringGroups } from './bring-groups.tsx';
import styles from './groups.module.css';

interface LeadGroupsProps {
  store: SessionStore;
  set: GroupSet;
  onGo?: (zone: string) => void;
  onClose: () => void;
}

const nowhere = '';

export function LeadGroups({ store, set, onGo, onClose }: LeadGroupsProps) {
  const [isBringing, setBringing] = useState(false);
  const { unplaced } = set;
  if (isBringing) return <BringGroups store={store} set={set} onClose={onClose} />;
  return (
    <Dialog open onClose={onClose} title={t('groups.lead')} text={t('groups.lead.text')} size="wide">
      {(set.isChoosing || unplaced.length > 0) && (
        <div className={styles.head}>
          <output>{t('groups.lead.unplaced', { count: unplaced.length })}</output>
          {set.isChoosing && (
            <Button look="primary" onClick={() => void store.send({ type: 'settle-groups', set: set.id })}>
              {t('groups.lead.settle')}
            </Button>
          )}
        </div>
      )}
      {unplaced.length > 0 && (
        <ul className={styles.people}>
          {unplaced.map(({ participant, name }) => (
            <PersonIn key={participant} {...{ store, set, participant, name }} />
          ))}
        </ul>
      )}
      <ul className={styles.groups}>
        {set.groups.map((group) => (
          <GroupItem key={group.number} {...{ store, set, group }} {...(onGo && { onGo })} />
        ))}
      </ul>
      <DialogActions>
        <ConfirmButton
          look="quiet"
          question={t('groups.end.ask')}
          onConfirm={async () => {
            if (await store.send({ type: 'end-groups', set: set.id })) onClose();
          }}
        >
          {t('groups.end')}
        </ConfirmButton>
        <Button onClick={() => void store.send({ type: 'warn-groups', set: set.id })}>{t('groups.lead.warn')}</Button>
        <Button look="primary" disabled={set.stage !== 'open'} onClick={() => setBringing(true)}>
          {t('groups.bring')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

interface GroupItemProps {
  store: SessionStore;
  set: GroupSet;
  group: Group;
  onGo?: (zone: string) => void;
}

function GroupItem({ store, set, group, onGo }: GroupItemProps) {
  const { number, people, scribe, zone, helpAt } = group;
  return (
    <li className={styles.group}>
      <div className={styles.head}>
        <h3>{t('groups.lead.group', { number })}</h3>
        {zone !== null && onGo && (
          <Button look="quiet" onClick={() => onGo(zone)}>
            {t('groups.go')}
          </Button>
        )}
      </div>
      {helpAt !== null && (
        <div className={styles.head}>
          <strong>{t('groups.lead.help', { number })}</strong>
          <Button onClick={() => void store.send({ type: 'group-helped', set: set.id, group: number })}>
            {t('groups.lead.helped')}
          </Button>
        </div>
      )}
      {people.length === 0 ? (
        <p className={styles.quiet}>{t('groups.lead.nobody')}</p>
      ) : (
        <ul className={styles.people}>
          {people.map(({ participant, name }) => (
            <PersonIn key={participant} {...{ store, set, participant, name }} />
          ))}
        </ul>
      )}
      {people.length > 0 && (
        <SelectField
          label={t('groups.lead.scribe')}
          value={scribe ?? nowhere}
          options={[
            ...(scribe === null ? [{ value: nowhere, label: t('groups.lead.scribe.none') }] : []),
            ...people.map(({ participant, name }) => ({ value: participant as string, label: name })),
          ]}
          onValue={(chosen) => {
            const participant = people.find((one) => one.participant === chosen)?.participant;
            if (participant) void store.send({ type: 'name-scribe', set: set.id, group: number, participant });
          }}
        />
      )}
      <LinkField key={group.link ?? ''} store={store} set={set} group={group} />
    </li>
  );
}

function PersonIn(props: {
  store: SessionStore;
  set: GroupSet;
  participant: Group['people'][number]['participant'];
  name: string;
}) {
  const { store, set, participant, name } = props;
  const own = groupOf(set, participant);
  return (
    <li>
      <SelectField
        label={t('groups.lead.move', { name })}
        value={own ? String(own.number) : nowhere}
        options={[
          ...(own ? [] : [{ value: nowhere, label: t('groups.lead.no-group') }]),
          ...set.groups.map(({ number }) => ({ value: String(number), label: t('groups.lead.group', { number }) })),
        ]}
        onValue={(to) => {
          if (to !== nowhere) void store.send({ type: 'move-person', set: set.id, participant, to: Number(to) });
        }}
      />
    </li>
  );
}

function LinkField({ store, set, group }: Pick<GroupItemProps, 'store' | 'set' | 'group'>) {
  const [text, setText] = useState(group.link ?? '');
  const [isWrong, setWrong] = useState(false);
  const trimmed = text.trim();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const link = trimmed === '' ? null : trimmed;
        if (link !== null && !groupLinkSchema.safeParse(link).success) return setWrong(true);
        void store.send({ type: 'link-group', set: set.id, group: group.number, link });
      }}
    >
      <TextField
        label={t('groups.lead.link')}
        type="url"
        inputMode="url"
        value={text}
        error={isWrong ? t('groups.lead.link.wrong') : null}
        onChange={({ target }) => {
          setText(target.value);
          setWrong(false);
        }}
        after={trimmed === (group.link ?? '') ? undefined : <Button type="submit">{t('groups.lead.link.save')}</Button>}
      />
    </form>
  );
}
