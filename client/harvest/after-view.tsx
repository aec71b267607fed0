// The after-page as it is read: goal, what was made zone by zone, rankings, decisions, commitments, what is open. Draws; asks for
// nothing.
import type { AfterCommitment, AfterLine, AfterPage } from '@commonboard/shared/harvest/after-page-view.ts';
import type { ReactNode } from 'react';
import { dayText } from '../ui/messages/dates.ts';
import { t } from '../ui/messages/t.ts';
import styles from './after.module.css';

interface AfterViewProps {
  page: AfterPage;
  /** Address of a file; null where there are none yet. */
  addressOf: ((file: string) => string) | null;
  /** Stands after the goal. */
  own?: ReactNode;
}

export function AfterView({ page, addressOf, own }: AfterViewProps) {
  return (
    <>
      {page.intro !== '' && <p className={styles.intro}>{page.intro}</p>}
      {page.goals.length > 0 && (
        <Section id="goal" title={t('after.goal')}>
          {page.goals.map((goal) => (
            <p key={goal} className={styles.goal}>
              {goal}
            </p>
          ))}
        </Section>
      )}
      {own}
      {page.commitments.length > 0 && (
        <Section id="commitments" title={t('after.commitments')}>
          <Commitments commitments={page.commitments} />
        </Section>
      )}
      {page.decisions.length > 0 && (
        <Section id="decisions" title={t('after.decisions')}>
          <Lines lines={page.decisions} />
        </Section>
      )}
      {page.votes.length > 0 && (
        <Section id="votes" title={t('after.votes')}>
          {page.votes.map((vote) => (
            <Vote key={vote.question + vote.line} vote={vote} />
          ))}
        </Section>
      )}
      {page.zones.length > 0 && (
        <Section id="made" title={t('after.made')}>
          {page.zones.map((zone) => (
            <Zone key={zone.id} zone={zone} addressOf={addressOf} />
          ))}
        </Section>
      )}
      {page.open.length > 0 && (
        <Section id="open" title={t('after.open')}>
          <Texts texts={page.open} />
        </Section>
      )}
      {addressOf && page.files.length > 0 && (
        <Section id="files" title={t('after.files')}>
          <ul className={styles.files}>
            {page.files.map((file) => (
              <li key={file}>
                <a href={addressOf(file)} download>
                  {fileName(file)}
                </a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {page.leftOut.length > 0 && (
        <Section id="left-out" title={t('after.left-out')}>
          <Texts texts={page.leftOut} />
        </Section>
      )}
    </>
  );
}

interface SectionProps {
  id: string;
  title: string;
  children: ReactNode;
}

export function Section({ id, title, children }: SectionProps) {
  return (
    <section className={styles.section} aria-labelledby={`after-${id}`}>
      <h2 id={`after-${id}`} className={styles.sectionTitle}>
        {title}
      </h2>
      {children}
    </section>
  );
}

function Zone({ zone, addressOf }: { zone: AfterPage['zones'][number]; addressOf: AfterViewProps['addressOf'] }) {
  const title = zone.title || t('after.beside');
  const words = zone.items.map(({ text }) => text).join('; ');
  return (
    <article className={styles.zone}>
      <h3 className={styles.zoneTitle}>{title}</h3>
      {zone.prompt !== '' && <p className={styles.quiet}>{zone.prompt}</p>}
      {addressOf && zone.picture !== null && (
        <a href={addressOf(zone.picture)} className={styles.picture}>
          <img src={addressOf(zone.picture)} alt={t('after.picture', { zone: title, words })} loading="lazy" />
        </a>
      )}
      {addressOf && zone.picture === null && zone.id !== '' && <p className={styles.quiet}>{t('after.no-picture')}</p>}
      <Lines lines={zone.items} />
    </article>
  );
}

function Lines({ lines }: { lines: readonly AfterLine[] }) {
  return (
    <ul className={styles.lines}>
      {lines.map(({ lead, text, more }, i) => (
        <li key={`${i} ${text}`}>
          {lead !== '' && <span className={styles.lead}>{lead}</span>} {text}
          {more !== '' && <small className={styles.more}>{more}</small>}
        </li>
      ))}
    </ul>
  );
}

function Texts({ texts }: { texts: readonly string[] }) {
  return (
    <ul className={styles.lines}>
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

function Vote({ vote: { question, line, head, rows } }: { vote: AfterPage['votes'][number] }) {
  return (
    <article className={styles.zone}>
      <h3 className={styles.zoneTitle}>{question}</h3>
      <p className={styles.quiet}>{line}</p>
      {/* A wide one is scrolled, by keyboard too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard */}
      <section className={styles.table} tabIndex={0} aria-label={question}>
        <table>
          <thead>
            <tr>
              {head.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => (
              <tr key={`${i} ${row.join()}`}>
                {row.map((cell, at) => (
                  <td key={head[at]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </article>
  );
}

function Commitments({ commitments }: { commitments: readonly AfterCommitment[] }) {
  return (
    <ul className={styles.commitments}>
      {commitments.map(({ id, who, what, firstStep, due }) => (
        <li key={id} className={styles.commitment}>
          <Commitment who={who || t('after.nobody')} {...{ what, firstStep, due }} />
        </li>
      ))}
    </ul>
  );
}

interface CommitmentProps {
  /** Missing where it is clear. */
  who?: string;
  what: string;
  firstStep: string;
  due: string;
}

export function Commitment({ who, what, firstStep, due }: CommitmentProps) {
  const facts: [string, string][] = [
    [t('after.commitment.what'), what],
    [t('after.commitment.who'), who ?? ''],
    [t('after.commitment.first'), firstStep],
    [t('after.commitment.due'), due === '' ? '' : dayText(new Date(due))],
  ];
  return (
    <dl className={styles.facts}>
      {facts
        .filter(([, text]) => text !== '')
        .map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
    </dl>
  );
}

const fileNames = {
  'commitments.ics': 'after.file.commitments.ics',
  'report.docx': 'after.file.report.docx',
  'results.xlsx': 'after.file.results.xlsx',
} as const;

function fileName(file: string): string {
  return Object.hasOwn(fileNames, file) ? t(fileNames[file as keyof typeof fileNames]) : file;
}
