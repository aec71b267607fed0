// The sign of each kind of card.
import type { Kind } from '@commonboard/shared/domain/kinds.ts';
import {
  ArrowRightLeft,
  BookMarked,
  BookOpen,
  ChartNoAxesColumnIncreasing,
  CircleHelp,
  CircleDot,
  Coins,
  Compass,
  Expand,
  Eye,
  FileText,
  Gauge,
  Gavel,
  Gift,
  Hammer,
  Hand,
  HandHelping,
  Handshake,
  Heart,
  Layers,
  Lightbulb,
  Luggage,
  Mountain,
  Newspaper,
  OctagonAlert,
  Package,
  Presentation,
  ScrollText,
  SquarePlus,
  StickyNote,
  Sunrise,
  Target,
  TriangleAlert,
  User,
  UsersRound,
  Wrench,
  type LucideIcon,
  MessageCircleQuestion,
} from 'lucide-react';

const signs: Record<Kind, LucideIcon> = {
  impact: Mountain,
  outcome: CircleDot,
  output: Package,
  activity: Hammer,
  input: Coins,
  assumption: CircleHelp,
  indicator: Gauge,
  evidence: BookOpen,
  risk: TriangleAlert,
  stakeholder: UsersRound,
  goal: Target,
  keyResult: ChartNoAxesColumnIncreasing,
  principle: Compass,
  problem: OctagonAlert,
  offer: Gift,
  need: HandHelping,
  commitment: Handshake,
  proposal: MessageCircleQuestion,
  objection: Hand,
  decision: Gavel,
  session: Presentation,
  report: FileText,
  caseStudy: BookMarked,
  practice: Wrench,
  scaling: Expand,
  plusOne: SquarePlus,
  horizon: Sunrise,
  purposeShift: ArrowRightLeft,
  systemCondition: Layers,
  headline: Newspaper,
  value: Heart,
  vision: Eye,
  agreement: ScrollText,
  takeaway: Luggage,
  person: User,
  idea: Lightbulb,
};

interface KindSignProps {
  /** Null: a note. */
  kind: Kind | null;
  /** Pixels, or page units inside a drawing. */
  size?: number;
  color?: string;
  /** Where it stands inside a drawing. */
  at?: { x: number; y: number };
}

export function KindSign({ kind, size = 16, color = 'currentColor', at }: KindSignProps) {
  const Sign = kind === null ? StickyNote : signs[kind];
  return <Sign size={size} color={color} strokeWidth={2.25} aria-hidden="true" {...at} />;
}
