// What is still open in the drawing: advice by level, each a click away from where it is. It never stops anybody, never opens by
// itself, and says nothing while people write.
import { inspectBoard } from '@commonboard/shared/domain/checks/check-board.ts';
import {
  findingAdvice,
  findingSentence,
  findingTitle,
  type Finding,
} from '@commonboard/shared/domain/checks/finding.ts';
import { levels, type Level } from '@commonboard/shared/domain/checks/rule.ts';
import { ruleOf, type RuleId } from '@commonboard/shared/domain/checks/rules.ts';
import { textIn } from '@commonboard/shared/domain/text.ts';
import type { BoardModel } from '@commonboard/shared/domain/model.ts';
import { CircleCheck, EyeOff, Info, Lightbulb, TriangleAlert, type LucideIcon } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Editor } from 'tldraw';
import { showShapes } from '../canvas/show-shapes.ts';
import { Button, IconButton } from '../ui/button.tsx';
import type { MessageKey } from '../ui/messages/catalogue.ts';
import { locale } from '../ui/messages/locale.ts';
import { t } from '../ui/messages/t.ts';
import styles from './check-panel.module.css';
import { grouped } from './grouped-findings.ts';

interface CheckPanelProps {
  editor: Editor;
  model: BoardModel;
  /** Names of those who are here. */
  people: readonly string[];
}

export function CheckPanel({ editor, model, people }: CheckPanelProps) {
  const [off, setOff] = useState<readonly RuleId[]>([]);
  const participants = people.join('\n');
  const { findings, completeness } = useMemo(
    () => inspectBoard(model, { today: today(), participants: participants.split('\n'), locale, off }),
    [model, participants, off],
  );
  const { share, applicable } = completeness;
  return (
    <section className={styles.checks} aria-label={t('checks.title')}>
      <h2 className={styles.title}>{t('checks.title')}</h2>
      <p className={styles.lead}>{share === null ? t('checks.nothing') : t('checks.lead')}</p>
      {share !== null && (
        <label className={styles.complete}>
          {t('checks.complete', { count: applicable, percent: Math.round(share * 100) })}
          <progress max={1} value={share} />
        </label>
      )}
      {share !== null && findings.length === 0 && (
        <p className={styles.done}>
          <CircleCheck size={20} aria-hidden="true" /> {t('checks.done')}
        </p>
      )}
      {levels.map((level) => (
        <LevelList
          key={level}
          level={level}
          findings={findings.filter((finding) => finding.level === level)}
          editor={editor}
          onOff={(rule) => setOff((now) => [...now, rule])}
        />
      ))}
      {off.length > 0 && (
        <Button look="quiet" onClick={() => setOff([])}>
          {t('checks.on', { count: off.length })}
        </Button>
      )}
    </section>
  );
}

const signs: Record<Level, LucideIcon> = { error: TriangleAlert, warn: Info, hint: Lightbulb };

const levelNames = {
  error: 'checks.level.error',
  warn: 'checks.level.warn',
  hint: 'checks.level.hint',
} as const satisfies Record<Level, MessageKey>;

interface LevelListProps {
  level: Level;
  findings: readonly Finding[];
  editor: Editor;
  onOff: (rule: RuleId) => void;
}

function LevelList({ level, findings, editor, onOff }: LevelListProps) {
  if (findings.length === 0) return null;
  const Sign = signs[level];
  return (
    <section>
      <h3 className={styles.level} data-level={level}>
        <Sign size={18} aria-hidden="true" />
        {t(levelNames[level], { count: findings.length })}
      </h3>
      <ul className={styles.list}>
        {grouped(findings).map(({ rule, shown, more }) => (
          <li key={rule} className={styles.rule}>
            <div className={styles.head}>
              <span className={styles.name}>{shown[0] && findingTitle(shown[0], locale)}</span>
              <IconButton
                label={t('checks.off', { name: textIn(ruleOf(rule).title, locale) })}
                onClick={() => onOff(rule)}
              >
                <EyeOff size={16} aria-hidden="true" />
              </IconButton>
            </div>
            <ul className={styles.list}>
              {shown.map((finding, i) => (
                <li key={`${finding.ids.join(' ')} ${i}`}>
                  <FindingLine finding={finding} editor={editor} />
                </li>
              ))}
            </ul>
            {more > 0 && <p className={styles.advice}>{t('checks.more', { count: more })}</p>}
            <p className={styles.advice}>{shown[0] && findingAdvice(shown[0], locale)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function FindingLine({ finding, editor }: { finding: Finding; editor: Editor }) {
  const sentence = findingSentence(finding, locale);
  if (finding.ids.length === 0) return <p className={styles.sentence}>{sentence}</p>;
  return (
    <button type="button" className={styles.finding} onClick={() => showShapes(editor, finding.ids)}>
      {sentence}
    </button>
  );
}

/** Of this device's clock, since a due date is a day and not a moment. */
function today(): string {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
