// Who does what: stakeholders against activities and outputs.
import { rolesMatrix } from '@commonboard/shared/domain/views/roles-matrix.ts';
import { t } from '../ui/messages/t.ts';
import type { ViewProps } from './board-views.tsx';
import { CardChip, CardChips } from './card-chip.tsx';
import styles from './views.module.css';

const marks = { responsible: 'views.roles.responsible', contributes: 'views.roles.contributes' } as const;

export function RolesView({ model, onCard }: ViewProps) {
  const { columns, rows, open } = rolesMatrix(model);
  return (
    <div className={styles.view}>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('views.roles.who')}</th>
              <th scope="col">{t('views.roles.brings')}</th>
              {columns.map((card) => (
                <th key={card.id} scope="col">
                  <CardChip card={card} onCard={onCard} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ card, name, contribution, cells }) => (
              <tr key={card?.id ?? name}>
                <th scope="row">{card ? <CardChip card={card} onCard={onCard} /> : name}</th>
                <td>{contribution}</td>
                {cells.map((cell, i) => (
                  <td key={columns[i]?.id ?? i}>{cell === null ? '' : t(marks[cell])}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {open.length > 0 && (
        <section className={styles.box}>
          <h3 className={styles.heading}>{t('views.roles.open')}</h3>
          <CardChips cards={open} onCard={onCard} />
        </section>
      )}
    </div>
  );
}
