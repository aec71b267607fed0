// All templates, in the order the gallery shows them: by moment.
import { arriveAndTrust } from './arrive-and-trust.ts';
import { communityFeedback } from './community-feedback.ts';
import { decideAndCommit } from './decide-and-commit.ts';
import { effortImpact } from './effort-impact.ts';
import { moments, type Template } from './format.ts';
import { futureHeadline } from './future-headline.ts';
import { harvestCircle } from './harvest-circle.ts';
import { keyResults } from './key-results.ts';
import { learningReview } from './learning-review.ts';
import { offersAndNeeds } from './offers-and-needs.ts';
import { openSpace, openSpaceShort } from './open-space.ts';
import { partnershipHealth } from './partnership-health.ts';
import { problemTree } from './problem-tree.ts';
import { purposeShift } from './purpose-shift.ts';
import { scalingPlusOne } from './scaling-plus-one.ts';
import { sectorNetMap } from './sector-net-map.ts';
import { sharedGoalCanvas } from './shared-goal-canvas.ts';
import { sixConditions } from './six-conditions.ts';
import { stakeholderGrid } from './stakeholder-grid.ts';
import { tocBackwardMap } from './toc-backward-map.ts';
import { tocLogicModel } from './toc-logic-model.ts';
import { tocOnePage } from './toc-one-page.ts';

export const templates: readonly Template[] = [
  arriveAndTrust,
  offersAndNeeds,
  partnershipHealth,
  futureHeadline,
  sharedGoalCanvas,
  tocBackwardMap,
  tocLogicModel,
  tocOnePage,
  problemTree,
  keyResults,
  purposeShift,
  scalingPlusOne,
  stakeholderGrid,
  sectorNetMap,
  sixConditions,
  openSpace,
  openSpaceShort,
  communityFeedback,
  decideAndCommit,
  effortImpact,
  learningReview,
  harvestCircle,
].toSorted((a, b) => moments.indexOf(a.moment) - moments.indexOf(b.moment));

export function findTemplate(id: string): Template | undefined {
  return templates.find((template) => template.id === id);
}
