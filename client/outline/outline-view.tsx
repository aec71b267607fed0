// The board as text: pages, zones with their questions, and what stands in them.
import type { OutlineNode } from '@commonboard/shared/protocol/routes.ts';
import { t } from '../ui/messages/t.ts';
import type { ReactNode } from 'react';
import styles from './outline-view.module.css';

const headings = ['h3', 'h4', 'h5', 'h6'] as const;

interface OutlineViewProps {
  pages: readonly OutlineNode[];
  /** What is said of a node beside its title. */
  about?: (node: OutlineNode) => ReactNode;
}

export function OutlineView({ pages, about = nothing }: OutlineViewProps) {
  if (pages.every((page) => page.children.length === 0)) return <p>{t('licence.read.empty')}</p>;
  return (
    <div className={styles.outline}>
      {pages.map((page) => (
        <section key={page.id} aria-label={page.title}>
          {pages.length > 1 && <h3 className={styles.page}>{page.title}</h3>}
          <Nodes nodes={page.children} level={pages.length > 1 ? 4 : 3} about={about} />
        </section>
      ))}
    </div>
  );
}

const nothing = (): ReactNode => null;

interface Drawing {
  /** Of headings: zones stand under their page's heading, or in its place. */
  level: number;
  about: (node: OutlineNode) => ReactNode;
}

function Nodes({ nodes, ...drawing }: Drawing & { nodes: readonly OutlineNode[] }) {
  if (nodes.length === 0) return <p className={styles.empty}>{t('outline.empty-zone')}</p>;
  return (
    <ul className={styles.list}>
      {nodes.map((node) => (
        <li key={node.id} className={isPlace(node) ? styles.zone : styles.note}>
          <Node node={node} {...drawing} />
        </li>
      ))}
    </ul>
  );
}

function Node({ node, level, about }: Drawing & { node: OutlineNode }) {
  const title = node.title || (node.kind === 'image' ? t('outline.image') : t('outline.untitled'));
  if (!isPlace(node)) {
    return (
      <>
        <p className={styles.text}>{title}</p>
        {about(node)}
        {node.children.length > 0 && <Nodes nodes={node.children} level={level} about={about} />}
      </>
    );
  }
  const Heading = headings[Math.min(level, 6) - 3] ?? 'h6';
  return (
    <>
      <Heading id={`zone-${node.id}`} tabIndex={-1} className={styles.zoneTitle}>
        {title}
      </Heading>
      {node.prompt !== undefined && node.prompt !== '' && <p className={styles.prompt}>{node.prompt}</p>}
      <Nodes nodes={node.children} level={level + 1} about={about} />
    </>
  );
}

function isPlace(node: OutlineNode): boolean {
  return node.kind === 'zone' || node.kind === 'frame' || node.kind === 'group';
}
