// A zone's plan: how it is divided, what notes become there, what its parts write, and the lock.
import { kindNames, kindOf } from '@commonboard/shared/domain/kinds.ts';
import { textIn } from '@commonboard/shared/domain/text.ts';
import { zoneLayouts, type ZoneLayout } from '@commonboard/shared/domain/zones.ts';
import { isZone, zonePlan, type ZoneProps, type ZoneShape } from '@commonboard/shared/schema/zone-shape.ts';
import type { Editor } from 'tldraw';
import { SelectField } from '../ui/form-fields.tsx';
import type { MessageKey } from '../ui/messages/catalogue.ts';
import { locale } from '../ui/messages/locale.ts';
import { t } from '../ui/messages/t.ts';
import { TextField } from '../ui/text-field.tsx';
import styles from './details-panel.module.css';
import { ZoneAxes } from './zone-axes.tsx';
import { ZoneParts } from './zone-parts.tsx';

/** `undefined` takes a part of the plan away. */
export type ZoneChange = { [K in keyof ZoneProps]?: ZoneProps[K] | undefined };

const layoutNames = {
  free: 'cards.layout.free',
  grid: 'cards.layout.grid',
  columns: 'cards.layout.columns',
  rows: 'cards.layout.rows',
  quadrant: 'cards.layout.quadrant',
  rings: 'cards.layout.rings',
  sectors: 'cards.layout.sectors',
  bands: 'cards.layout.bands',
  table: 'cards.layout.table',
  'time-room': 'cards.layout.time-room',
} as const satisfies Record<ZoneLayout, MessageKey>;

interface ZoneDetailsProps {
  editor: Editor;
  zone: ZoneShape;
  isFacilitator: boolean;
}

export function ZoneDetails({ editor, zone, isFacilitator }: ZoneDetailsProps) {
  const plan = zonePlan(zone.props);
  const change = (props: ZoneChange): void => {
    const now = editor.getShape(zone.id);
    if (now && isZone(now)) editor.updateShape({ id: zone.id, type: 'zone', props: props as Partial<ZoneProps> });
  };
  const start = (): void => void editor.markHistoryStoppingPoint('change zone');
  const once = (props: ZoneChange): void => {
    start();
    change(props);
  };
  return (
    <fieldset className={styles.details} disabled={plan.locked && !isFacilitator}>
      <legend className={styles.legend}>{t('cards.zone')}</legend>
      <TextField
        label={t('canvas.zone.title')}
        value={zone.props.title}
        maxLength={200}
        dir="auto"
        onFocus={start}
        onChange={({ target }) => change({ title: target.value })}
      />
      <TextField
        label={t('canvas.zone.prompt')}
        value={zone.props.prompt}
        maxLength={200}
        dir="auto"
        onFocus={start}
        onChange={({ target }) => change({ prompt: target.value })}
      />
      <SelectField
        label={t('cards.zone.kind')}
        value={plan.kind ?? ''}
        options={[
          { value: '', label: t('cards.zone.kind.none') },
          ...kindNames.map((kind) => ({ value: kind as string, label: textIn(kindOf(kind).label, locale) })),
        ]}
        onValue={(kind) => once({ kind: kind === '' ? undefined : kind })}
      />
      <SelectField
        label={t('cards.zone.layout')}
        value={plan.layout}
        options={zoneLayouts.map((layout) => ({ value: layout, label: t(layoutNames[layout]) }))}
        onValue={(layout) => once({ layout })}
      />
      {plan.layout === 'quadrant' && <ZoneAxes plan={plan} onChange={once} />}
      {!['free', 'grid', 'quadrant'].includes(plan.layout) && (
        <ZoneParts plan={plan} onStart={start} onChange={change} />
      )}
      {isFacilitator ? (
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={plan.locked}
            onChange={({ target }) => once({ locked: target.checked || undefined })}
          />
          {t('cards.zone.lock')}
        </label>
      ) : (
        plan.locked && <p className={styles.hint}>{t('canvas.zone.locked')}</p>
      )}
    </fieldset>
  );
}
