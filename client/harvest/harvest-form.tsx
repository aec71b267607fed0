// What is in it: title, a few lines, zones in their order, votes, sections.
import { harvestParts, type HarvestEdit } from '@commonboard/shared/harvest/harvest.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { uploadedIn } from '@commonboard/shared/harvest/uploaded-pictures.ts';
import type { RoundView } from '@commonboard/shared/voting/round-view.ts';
import { TextArea } from '../ui/form-fields.tsx';
import { t } from '../ui/messages/t.ts';
import { TextField } from '../ui/text-field.tsx';
import { Check, type CheckProps } from './check.tsx';
import { chosenZones, type HarvestZone, Zones } from './harvest-zones.tsx';
import styles from './harvest.module.css';

interface HarvestFormProps {
  edit: HarvestEdit;
  /** The board's. */
  title: string;
  /** In the order of the agenda. */
  zones: readonly HarvestZone[];
  /** Ids of uploaded pictures, by the zones that hold them. */
  uploads: ReadonlyMap<string, ReadonlySet<string>>;
  /** Those that are closed. */
  rounds: readonly RoundView[];
  onEdit: (edit: HarvestEdit) => void;
}

const partNames = {
  ranking: 'harvest.part.ranking',
  decisions: 'harvest.part.decisions',
  commitments: 'harvest.part.commitments',
  open: 'harvest.part.open',
} as const;

export function HarvestForm({ edit, title, zones, uploads, rounds, onEdit }: HarvestFormProps) {
  const toggled = <Item,>(items: readonly Item[], item: Item): Item[] =>
    items.includes(item) ? items.filter((one) => one !== item) : [...items, item];
  return (
    <div className={styles.form}>
      <TextField
        label={t('harvest.name')}
        value={edit.title}
        placeholder={title}
        maxLength={limits.titleCharsMax}
        onChange={({ target }) => onEdit({ ...edit, title: target.value })}
      />
      <TextArea
        label={t('harvest.intro')}
        value={edit.intro}
        maxLength={limits.harvestIntroCharsMax}
        onText={(intro) => onEdit({ ...edit, intro })}
      />
      <Zones edit={edit} zones={zones} onEdit={onEdit} />
      <Uploads
        count={uploadedIn(
          uploads,
          chosenZones(edit, zones).map(({ id }) => id),
        )}
        isOn={edit.uploads}
        onToggle={() => onEdit({ ...edit, uploads: !edit.uploads })}
      />
      {rounds.length > 0 && (
        <fieldset className={styles.choices}>
          <legend>{t('harvest.votes')}</legend>
          {rounds.map(({ id, question }) => (
            <Check
              key={id}
              name={question}
              isOn={!edit.votesOut.includes(id)}
              onToggle={() => onEdit({ ...edit, votesOut: toggled(edit.votesOut, id) })}
            />
          ))}
        </fieldset>
      )}
      <fieldset className={styles.choices}>
        <legend>{t('harvest.parts')}</legend>
        {harvestParts.map((part) => (
          <Check
            key={part}
            name={t(partNames[part])}
            isOn={edit.parts.includes(part)}
            onToggle={() => onEdit({ ...edit, parts: toggled(edit.parts, part) })}
          />
        ))}
      </fieldset>
    </div>
  );
}

interface UploadsProps extends Omit<CheckProps, 'name'> {
  count: number;
}

/** Said as long as there are any: what stands in a picture, no server looks at. */
function Uploads({ count, isOn, onToggle }: UploadsProps) {
  if (count === 0) return null;
  return (
    <fieldset className={styles.choices}>
      <legend>{t('harvest.uploads')}</legend>
      <p className={styles.note}>{t('harvest.uploads.text', { count })}</p>
      <Check name={t('harvest.uploads.keep')} isOn={isOn} onToggle={onToggle} />
    </fieldset>
  );
}
