// The logframe, with the level names of whoever asks for it.
import { textIn } from '@commonboard/shared/domain/text.ts';
import { levelNames, type LevelPreset } from '@commonboard/shared/domain/views/level-names.ts';
import { logframe } from '@commonboard/shared/domain/views/logframe.ts';
import { useState } from 'react';
import { SelectField } from '../ui/form-fields.tsx';
import { locale } from '../ui/messages/locale.ts';
import { t } from '../ui/messages/t.ts';
import type { ViewProps } from './board-views.tsx';
import { CardChip, CardChips } from './card-chip.tsx';
import { measured } from './measured.ts';
import styles from './views.module.css';

const presets = Object.keys(levelNames) as LevelPreset[];

export function LogframeView({ model, onCard }: ViewProps) {
  const [preset, setPreset] = useState<LevelPreset>('plain');
  const { rows, loose } = logframe(model);
  return (
    <div className={styles.view}>
      <SelectField
        label={t('views.level-names')}
        value={preset}
        options={presets.map((value) => ({ value, label: textIn(levelNames[value].title, locale) }))}
        onValue={setPreset}
      />
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('views.logframe.level')}</th>
              <th scope="col">{t('views.logframe.statement')}</th>
              <th scope="col">{t('views.logframe.indicators')}</th>
              <th scope="col">{t('views.logframe.means')}</th>
              <th scope="col">{t('views.logframe.assumptions')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ code, level, card, indicators, inputs, assumptions }) => (
              <tr key={card.id}>
                <th scope="row">
                  {code} {textIn(levelNames[preset].levels[level], locale)}
                </th>
                <td>
                  <CardChip card={card} onCard={onCard} after={card.fields.who} />
                </td>
                <td>
                  {[...indicators, ...inputs].map((one) => (
                    <CardChip key={one.id} card={one} onCard={onCard} after={measured(one)} />
                  ))}
                </td>
                <td>{indicators.map(({ fields }) => fields.source ?? '').join('; ')}</td>
                <td>
                  {assumptions.map((one) => (
                    <CardChip key={one.id} card={one} onCard={onCard} />
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {loose.length > 0 && (
        <section className={styles.box}>
          <h3 className={styles.heading}>{t('views.loose')}</h3>
          <CardChips cards={loose} onCard={onCard} />
        </section>
      )}
    </div>
  );
}
