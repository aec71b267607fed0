// Unconference wall: people propose sessions, post them on a wall of times and rooms, and bring back what came of them. Half a
// day, and a short form of two hours. Open Space Technology (H. Owen).
import { cell, example, note, phase, template, zone } from './building.ts';
import type { Template, TemplatePhase } from './format.ts';

const opening = (minutes: readonly [number, number, number, number, number, number]): TemplatePhase[] => [
  phase(
    'circle',
    'Opening circle',
    'arrive',
    minutes[0],
    ['theme'],
    [
      'Our question. What would make this time worth it for you?',
      'Say the question and why it is asked now. Then be quiet for a moment.',
    ],
  ),
  phase(
    'rules',
    'How it works',
    'arrive',
    minutes[1],
    [],
    [
      'Whoever comes is right. Go where you learn or give; else move on.',
      'Moving on is not rude. Say it, and do it yourself once.',
    ],
  ),
  phase(
    'proposals',
    'Proposals',
    'diverge',
    minutes[2],
    ['market'],
    [
      'What do you care about and will host? Write it, with your name.',
      'In the open, not in private. Wait: the first one takes courage.',
    ],
  ),
  phase(
    'gallery',
    'Gallery and pitches',
    'read',
    minutes[3],
    ['market'],
    ['Read in silence. Hosts who want to say 20 seconds each.', 'Close by time, not by number. Pitching is no duty.'],
  ),
  phase(
    'interest',
    'Interest and merging',
    'vote',
    minutes[4],
    ['market'],
    [
      'Mark what you would go to. May two become one?',
      'Marks size rooms, they reject nothing. A merger needs both hosts.',
    ],
  ),
  phase(
    'grid',
    'The wall',
    'converge',
    minutes[5],
    ['market', 'wall'],
    [
      'Hosts: choose a time and a room.',
      'Popular ones apart, large rooms for many. Clashes are talked about, not solved for them.',
    ],
  ),
];

function session(number: number, minutes: number, moving: number): TemplatePhase[] {
  return [
    phase(
      `session-${number}`,
      `Sessions ${number}`,
      'session',
      minutes,
      ['wall', 'notes'],
      ['Go where you want to be. Somebody takes notes.', 'Walk around. Say five minutes before the end.'],
    ),
    phase(
      `move-${number}`,
      `Move ${number}`,
      'break',
      moving,
      ['news'],
      ['Hosts: one card with what came of it.', 'Point to the next sessions.'],
    ),
  ];
}

const pause = (number: number): TemplatePhase =>
  phase(
    `break-${number}`,
    `Break ${number}`,
    'break',
    15,
    ['lobby'],
    ['Rest. The best talks are here.', 'Say when the next sessions begin.'],
  );

const harvest = (minutes: number): TemplatePhase =>
  phase(
    'harvest',
    'Read the harvest',
    'harvest',
    minutes,
    ['news'],
    [
      'Read what came of the sessions. What surprises you?',
      'In silence first. Then close with the harvest circle, on a clock of its own.',
    ],
  );

function wall(
  given: Pick<Template, 'id' | 'group' | 'minutes' | 'phases'> & { title: string; slots: readonly string[] },
): Template {
  const { slots, ...rest } = given;
  // A card high for each time, between the names of the rooms and the wall's lower edge.
  const height = 120 + 48 + slots.length * 240;
  return template({
    ...rest,
    purpose: 'Let the people who came make the programme, and bring back what came of it.',
    leaveWith: 'A schedule, and a report of each session',
    credits: 'Open Space Technology: Harrison Owen.',
    moment: 'open',
    zones: [
      zone('theme', 'Our question', 'What are we here for today?', [0, 0, 2810, 344]),
      zone('market', 'Marketplace', 'Something you care about and will host', [0, 424, 1090, height + 648], {
        kind: 'session',
        capacity: { perPerson: 0.3 },
        grows: 'down',
      }),
      zone('wall', 'The wall', 'Which session when, in which room?', [1170, 424, 1640, height], {
        layout: 'time-room',
        cells: [1, 2, 3, 4].map((room) => cell(`room-${room}`, `Room ${room}`, { sets: { room: `Room ${room}` } })),
        rows: slots.map((slot, i) => cell(`slot-${i + 1}`, slot, { sets: { slot } })),
        kind: 'session',
        shows: ['host'],
        capacity: { perPerson: 0.2 },
        grows: 'right',
      }),
      zone('news', 'What came of it', 'One card for each session', [1170, 504 + height, 1640, 568], {
        kind: 'report',
        capacity: { perPerson: 0.2 },
        grows: 'down',
      }),
      zone('lobby', 'Lobby', 'Butterflies rest here. What is in the air?', [0, 1152 + height, 1090, 900], {
        capacity: { perPerson: 0.3 },
        grows: 'down',
      }),
      zone('notes', 'Session notes', 'Notes while you talk. Name the session', [1170, 1152 + height, 1640, 900], {
        capacity: { perPerson: 1 },
        grows: 'down',
      }),
    ],
    notes: [
      note('question', 'theme', 'Write the question here', 'light-violet'),
      note('host', 'market', 'A topic and your name: you host it', 'light-blue'),
      note('rest', 'lobby', 'Where is the coffee?', 'light-green'),
    ],
    cards: [
      example(
        'tools',
        'wall',
        'session',
        'How do we share our tools?',
        { host: 'Nora', form: 'discussion', minutes: 40, room: 'Room 1', slot: slots[0] ?? '', state: 'placed' },
        { cell: 'room-1', row: 'slot-1' },
      ),
      example('idea', 'market', 'session', 'From breakthrough idea to breakthrough action', {
        host: 'Tomás',
        form: 'help',
        pitch: 'I have the idea. I need the second person.',
        minutes: 40,
        state: 'proposed',
      }),
      example('report', 'news', 'report', 'How do we share our tools?', {
        session: 'tools',
        participants: ['Nora', 'Kofi', 'Lin'],
        summary: 'A list of what each can lend.',
        next: ['Nora sends the list'],
      }),
    ],
    checks: ['open-space'],
    results: ['report.md', 'schedule.csv', 'schedule.ics', 'proceedings.md'],
  });
}

export const openSpace = wall({
  id: 'open-space',
  title: 'Unconference wall',
  group: [8, 150],
  minutes: 270,
  slots: ['First', 'Second', 'Third'],
  phases: [
    ...opening([10, 5, 10, 15, 10, 10]),
    ...session(1, 40, 5),
    pause(1),
    ...session(2, 40, 5),
    pause(2),
    ...session(3, 40, 5),
    harvest(15),
  ],
});

export const openSpaceShort = wall({
  id: 'open-space-short',
  title: 'Unconference in two hours',
  group: [8, 60],
  minutes: 120,
  slots: ['First', 'Second'],
  phases: [...opening([8, 4, 5, 9, 4, 5]), ...session(1, 28, 4), ...session(2, 28, 4), harvest(10)],
});
