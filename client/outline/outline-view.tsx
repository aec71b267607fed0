// The board as text: pages, zones with their questions, and what stands in them.
import type { OutlineNode } from '@commonboard/shared/protocol/routes.ts';
import { t } from '../ui/messages/t.ts';
import styles from './outline-view.module.css';

export function OutlineView({ pages }: { pages: readonly OutlineNode[] }) {
  if (pages.every((page) => page.children.length === 0)) return <p>{t('licence.read.empty')}</p>;
  return (
    <div className={styles.outline}>
      {pages.map((page) => (
        <section key={page.id} aria-label={page.title}>
          {pages.length > 1 && <h3 className={styles.page}>{page.title}</h3>}
          <Nodes nodes={page.children} />
        </section>
      ))}
    </div>
  );
}

function Nodes({ nodes }: { nodes: readonly OutlineNode[] }) {
  if (nodes.length === 0) return <p className={styles.empty}>{t('outline.empty-zone')}</p>;
  return (
    <ul className={styles.list}>
      {nodes.map((node) => (
        <li key={node.id} className={isPlace(node) ? styles.zone : styles.note}>
          <Node node={node} />
        </li>
      ))}
    </ul>
  );
}

function Node({ node }: { node: OutlineNode }) {
  const title = node.title || (node.kind === 'image' ? t('outline.image') : t('outline.untitled'));
  if (!isPlace(node)) {
    return (
      <>
        <p className={styles.text}>{title}</p>
        {node.children.length > 0 && <Nodes nodes={node.children} />}
      </>
    );
  }
  return (
    <>
      <h4 className={styles.zoneTitle}>{title}</h4>
      {node.prompt !== undefined && node.prompt !== '' && <p className={styles.prompt}>{node.prompt}</p>}
      <Nodes nodes={node.children} />
    </>
  );
}

function isPlace(node: OutlineNode): boolean {
  return node.kind === 'zone' || node.kind === 'frame' || node.kind === 'group';
}
