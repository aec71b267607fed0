// All views there are, and which of them a board has something for.
import { kindOf, type Kind } from '@commonboard/shared/domain/kinds.ts';
import type { BoardModel } from '@commonboard/shared/domain/model.ts';
import { withoutExamples } from '@commonboard/shared/domain/without-examples.ts';
import { loops } from '@commonboard/shared/domain/views/loops.ts';
import { influenceImpact, powerInterest } from '@commonboard/shared/domain/views/power-interest.ts';
import {
  BookOpenText,
  CircleDotDashed,
  Gift,
  Grid2x2,
  Handshake,
  Network,
  Repeat,
  Scale,
  Table2,
  Target,
  Users,
  type LucideIcon,
} from 'lucide-react';
import type { ComponentType } from 'react';
import type { MessageKey } from '../ui/messages/catalogue.ts';
import { AlliesView } from './allies-view.tsx';
import { GoalsView } from './goals-view.tsx';
import { GridView } from './grid-view.tsx';
import { LogframeView } from './logframe-view.tsx';
import { LoopsView } from './loops-view.tsx';
import { MatchesView } from './matches-view.tsx';
import { NarrativeView } from './narrative-view.tsx';
import { OnionView } from './onion-view.tsx';
import { ResultsView } from './results-view.tsx';
import { RolesView } from './roles-view.tsx';
import { SectorsView } from './sectors-view.tsx';
import { SalienceView } from './salience-view.tsx';

export interface ViewProps {
  model: BoardModel;
  /** Somebody wants to see this card where it lies. */
  onCard: (id: string) => void;
}

type WordKey = Extract<MessageKey, `views.name.${string}` | `views.text.${string}`>;

export interface BoardView {
  id: string;
  name: WordKey;
  text: WordKey;
  sign: LucideIcon;
  View: ComponentType<ViewProps>;
  isFilled: (kinds: ReadonlySet<Kind>, model: BoardModel) => boolean;
}

const hasStakeholders = (kinds: ReadonlySet<Kind>): boolean => kinds.has('stakeholder');
const hasChain = (kinds: ReadonlySet<Kind>): boolean => [...kinds].some((kind) => kindOf(kind).family === 'chain');

const views: readonly BoardView[] = [
  {
    id: 'grid',
    name: 'views.name.grid',
    text: 'views.text.grid',
    sign: Grid2x2,
    View: (props) => <GridView {...props} axes={powerInterest} />,
    isFilled: hasStakeholders,
  },
  {
    id: 'influence',
    name: 'views.name.influence',
    text: 'views.text.influence',
    sign: Grid2x2,
    View: (props) => <GridView {...props} axes={influenceImpact} />,
    isFilled: hasStakeholders,
  },
  {
    id: 'allies',
    name: 'views.name.allies',
    text: 'views.text.allies',
    sign: Handshake,
    View: AlliesView,
    isFilled: hasStakeholders,
  },
  {
    id: 'onion',
    name: 'views.name.onion',
    text: 'views.text.onion',
    sign: CircleDotDashed,
    View: OnionView,
    isFilled: hasStakeholders,
  },
  {
    id: 'salience',
    name: 'views.name.salience',
    text: 'views.text.salience',
    sign: Scale,
    View: SalienceView,
    isFilled: hasStakeholders,
  },
  {
    id: 'sectors',
    name: 'views.name.sectors',
    text: 'views.text.sectors',
    sign: Network,
    View: SectorsView,
    isFilled: hasStakeholders,
  },
  {
    id: 'logframe',
    name: 'views.name.logframe',
    text: 'views.text.logframe',
    sign: Table2,
    View: LogframeView,
    isFilled: hasChain,
  },
  {
    id: 'results',
    name: 'views.name.results',
    text: 'views.text.results',
    sign: Table2,
    View: ResultsView,
    isFilled: (kinds) => hasChain(kinds) || kinds.has('goal') || kinds.has('indicator') || kinds.has('keyResult'),
  },
  {
    id: 'narrative',
    name: 'views.name.narrative',
    text: 'views.text.narrative',
    sign: BookOpenText,
    View: NarrativeView,
    isFilled: (kinds) => kinds.has('impact'),
  },
  {
    id: 'loops',
    name: 'views.name.loops',
    text: 'views.text.loops',
    sign: Repeat,
    View: LoopsView,
    isFilled: (_, model) => loops(model).loops.length > 0,
  },
  {
    id: 'roles',
    name: 'views.name.roles',
    text: 'views.text.roles',
    sign: Users,
    View: RolesView,
    isFilled: (kinds) => hasStakeholders(kinds) && (kinds.has('activity') || kinds.has('output')),
  },
  {
    id: 'goals',
    name: 'views.name.goals',
    text: 'views.text.goals',
    sign: Target,
    View: GoalsView,
    isFilled: (kinds) => kinds.has('goal') || kinds.has('keyResult'),
  },
  {
    id: 'matches',
    name: 'views.name.matches',
    text: 'views.text.matches',
    sign: Gift,
    View: MatchesView,
    isFilled: (kinds) => kinds.has('offer') || kinds.has('need'),
  },
];

/** Example cards fill none. */
export function viewsOf(model: BoardModel): BoardView[] {
  const own = withoutExamples(model);
  const kinds = new Set(own.cards.map(({ kind }) => kind));
  return views.filter(({ isFilled }) => isFilled(kinds, own));
}
