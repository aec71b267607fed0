// The vote that a step opens: how people vote, with how much, on what. In the dialog of a step.
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { type VoteMethod, voteMethods } from '@commonboard/shared/voting/method.ts';
import { type StepVote, usualVote } from '@commonboard/shared/voting/terms.ts';
import { useState } from 'react';
import { SelectField } from '../../ui/form-fields.tsx';
import { linesOf } from '../../ui/lines-of.ts';
import { t } from '../../ui/messages/t.ts';
import { methodText, votedOnText } from '../../ui/messages/voting-text.ts';
import { NumberField } from '../../ui/number-field.tsx';
import { SectorsField } from '../../ui/sector-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './agenda-steps.module.css';

interface StepVoteFieldsProps {
  vote: StepVote | null;
  onVote: (vote: StepVote | null) => void;
}

const none = 'none';

export function StepVoteFields({ vote, onVote }: StepVoteFieldsProps) {
  const method: VoteMethod | typeof none = vote?.method ?? none;
  return (
    <>
      <SelectField
        label={t('session.step.vote')}
        value={method}
        options={[
          { value: none, label: t('session.step.vote.none') },
          ...voteMethods.map((value) => ({ value, label: methodText(value) })),
        ]}
        onValue={(value) => onVote(value === none ? null : { ...(vote ?? usualVote), method: value })}
      />
      {vote && <Terms vote={vote} onVote={onVote} />}
    </>
  );
}

function Terms({ vote, onVote }: { vote: StepVote; onVote: (vote: StepVote) => void }) {
  const set = (changes: Partial<StepVote>): void => onVote({ ...vote, ...changes });
  const [across, up] = vote.axes;
  const [sectors, setSectors] = useState(() => vote.sectors.join('\n'));
  return (
    <>
      {vote.method === 'choose' && (
        <div className={styles.pair}>
          <NumberField
            label={t('voting.start.budget')}
            value={vote.budget}
            max={limits.voteBudgetMax}
            onValue={(budget) => set({ budget, perOptionMax: Math.min(vote.perOptionMax, budget) })}
          />
          <NumberField
            label={t('voting.start.per-item')}
            value={vote.perOptionMax}
            max={vote.budget}
            onValue={(perOptionMax) => set({ perOptionMax })}
          />
        </div>
      )}
      {vote.method === 'axes' && (
        <div className={styles.pair}>
          <TextField
            label={t('voting.start.axis-across')}
            value={across}
            maxLength={limits.axisCharsMax}
            required
            onChange={({ target }) => set({ axes: [target.value, up] })}
          />
          <TextField
            label={t('voting.start.axis-up')}
            value={up}
            maxLength={limits.axisCharsMax}
            required
            onChange={({ target }) => set({ axes: [across, target.value] })}
          />
        </div>
      )}
      <SelectField
        label={t('voting.start.what')}
        value={vote.on}
        options={(['titles', 'items'] as const).map((value) => ({ value, label: votedOnText(value) }))}
        onValue={(on) => set({ on })}
      />
      <label className={styles.check}>
        <input type="checkbox" checked={vote.isSecret} onChange={({ target }) => set({ isSecret: target.checked })} />
        {t('voting.start.secret')}
      </label>
      <SectorsField
        text={sectors}
        onText={(text) => {
          setSectors(text);
          set({ sectors: linesOf(text, { most: limits.sectorsMax, charsMax: limits.sectorCharsMax }) });
        }}
      />
    </>
  );
}
