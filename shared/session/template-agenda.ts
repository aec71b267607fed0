// The agenda that a board begins with: the phases of its template.
import type { Template, TemplatePhase } from '../templates/format.ts';
import { limits } from '../protocol/limits.ts';
import { newPhase, type Phase, type Rights, usualRights } from './phase.ts';

export function agendaOf({ phases }: Pick<Template, 'phases'>): Phase[] {
  return phases.slice(0, limits.phasesMax).map((phase) =>
    newPhase(phase.id, {
      title: cut(phase.label, limits.phaseTitleCharsMax),
      kind: phase.kind,
      minutes: Math.min(Math.round(phase.minutes), limits.phaseMinutesMax),
      question: cut(phase.prompt, limits.phaseQuestionCharsMax),
      note: cut(phase.facilitatorNote, limits.phaseNoteCharsMax),
      zones: phase.zoneIds.slice(0, limits.zonePartsMax),
      rights: rightsOf(phase),
      isPrivate: phase.private ?? false,
      isAnonymous: phase.anonymous ?? false,
    }),
  );
}

function rightsOf({ kind, locks }: TemplatePhase): Rights {
  if (!locks || locks.length === 0) return usualRights[kind];
  if (locks.includes('add')) return 'frozen';
  return locks.includes('move') ? 'own' : 'move';
}

function cut(text: TemplatePhase['label'], charsMax: number): Phase['title'] {
  const parts = Object.entries(text).map(([language, words = '']) => [language, words.slice(0, charsMax)]);
  return { en: '', ...Object.fromEntries(parts) };
}
