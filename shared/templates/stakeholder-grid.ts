// Stakeholders by power and interest (Mendelow). Low power with high interest is often the community itself: the grid says
// "strengthen their voice", not only "keep informed".
import type { Template } from './format.ts';

export const stakeholderGrid: Template = {
  format: 'commonboard-template',
  version: 1,
  id: 'stakeholder-grid',
  title: { en: 'Stakeholders: power and interest' },
  purpose: { en: 'Who can affect this, who lives with it, and whose voice is missing?' },
  leaveWith: { en: 'A map of who matters, and what you will do with each' },
  moment: 'map',
  group: [3, 25],
  minutes: 75,
  zones: [
    {
      id: 'tray',
      title: { en: 'Everyone' },
      prompt: { en: 'Who acts on it? Who lives with it?' },
      x: 0,
      y: 0,
      w: 640,
      h: 1480,
    },
    {
      id: 'grid',
      title: { en: 'Power and interest' },
      prompt: { en: 'The higher, the more power. The further right, the more it matters to them' },
      x: 720,
      y: 0,
      w: 1600,
      h: 1480,
    },
    {
      id: 'missing',
      title: { en: 'Not here yet' },
      prompt: { en: 'Whose voice is missing?' },
      x: 2400,
      y: 0,
      w: 720,
      h: 700,
    },
    {
      id: 'plan',
      title: { en: 'Next steps' },
      prompt: { en: 'Who talks to whom, by when?' },
      x: 2400,
      y: 780,
      w: 720,
      h: 700,
    },
  ],
  notes: [
    {
      id: 'first',
      zone: 'tray',
      text: { en: 'One person, group or organisation on each note' },
      x: 28,
      y: 120,
      color: 'light-blue',
    },
    {
      id: 'absent',
      zone: 'missing',
      text: { en: 'Who lives with this every day and is not in the room?' },
      x: 28,
      y: 120,
      color: 'light-red',
    },
  ],
  labels: [
    { id: 'satisfied', zone: 'grid', text: { en: 'Keep satisfied' }, x: 40, y: 140 },
    { id: 'close', zone: 'grid', text: { en: 'Work closely together' }, x: 840, y: 140 },
    { id: 'watch', zone: 'grid', text: { en: 'Keep an eye on' }, x: 40, y: 1400 },
    { id: 'voice', zone: 'grid', text: { en: 'Bring in, strengthen their voice' }, x: 840, y: 1400 },
  ],
  lines: [
    { id: 'across', zone: 'grid', from: { x: 40, y: 780 }, to: { x: 1560, y: 780 } },
    { id: 'up', zone: 'grid', from: { x: 800, y: 140 }, to: { x: 800, y: 1440 } },
  ],
};
