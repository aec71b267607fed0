// The same cards seen in other ways: a list of the views that this board has something for, each opened large.
import type { BoardModel } from '@commonboard/shared/domain/model.ts';
import { useState } from 'react';
import type { Editor } from 'tldraw';
import { showShapes } from '../canvas/show-shapes.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { t } from '../ui/messages/t.ts';
import { viewsOf, type BoardView } from './board-views.tsx';
import styles from './views.module.css';

export function ViewsPanel({ editor, model }: { editor: Editor; model: BoardModel }) {
  const [openId, setOpenId] = useState<string | null>(null);
  const views = viewsOf(model);
  const open = views.find(({ id }) => id === openId);
  return (
    <section className={styles.panel} aria-label={t('views.title')}>
      <h2 className={styles.title}>{t('views.title')}</h2>
      <p className={styles.lead}>{views.length === 0 ? t('views.nothing') : t('views.lead')}</p>
      <ul className={styles.plain}>
        {views.map(({ id, name, sign: Sign }) => (
          <li key={id}>
            <Button wide look="quiet" icon={<Sign size={18} aria-hidden="true" />} onClick={() => setOpenId(id)}>
              <span className={styles.name}>{t(name)}</span>
            </Button>
          </li>
        ))}
      </ul>
      {open && (
        <OpenView
          view={open}
          model={model}
          onClose={() => setOpenId(null)}
          onCard={(id) => {
            setOpenId(null);
            showShapes(editor, [id]);
          }}
        />
      )}
    </section>
  );
}

interface OpenViewProps {
  view: BoardView;
  model: BoardModel;
  onClose: () => void;
  onCard: (id: string) => void;
}

function OpenView({ view, model, onClose, onCard }: OpenViewProps) {
  const { View, name, text } = view;
  return (
    <Dialog open title={t(name)} text={t(text)} size="full" onClose={onClose}>
      <View model={model} onCard={onCard} />
    </Dialog>
  );
}
