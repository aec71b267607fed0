// The one catalogue: every area's messages together. A key belongs to exactly one area.
import { enAccess } from './en-access.ts';
import { enAgenda } from './en-agenda.ts';
import { enBoard } from './en-board.ts';
import { enCanvas } from './en-canvas.ts';
import { enCards } from './en-cards.ts';
import { enChecks } from './en-checks.ts';
import { enComments } from './en-comments.ts';
import { enCommon } from './en-common.ts';
import { enCrash } from './en-crash.ts';
import { enDrafts } from './en-drafts.ts';
import { enErrors } from './en-errors.ts';
import { enExport } from './en-export.ts';
import { enGroups } from './en-groups.ts';
import { enHarvest } from './en-harvest.ts';
import { enHistory } from './en-history.ts';
import { enHome } from './en-home.ts';
import { enIntake } from './en-intake.ts';
import { enJoin } from './en-join.ts';
import { enLicence } from './en-licence.ts';
import { enViews } from './en-views.ts';
import { enPage } from './en-page.ts';
import { enResults } from './en-results.ts';
import { enSession } from './en-session.ts';
import { enShare } from './en-share.ts';
import { enVoting } from './en-voting.ts';

export const catalogue = {
  ...enCommon,
  ...enHome,
  ...enJoin,
  ...enAccess,
  ...enBoard,
  ...enShare,
  ...enErrors,
  ...enCrash,
  ...enLicence,
  ...enCanvas,
  ...enCards,
  ...enAgenda,
  ...enChecks,
  ...enViews,
  ...enExport,
  ...enResults,
  ...enHarvest,
  ...enIntake,
  ...enHistory,
  ...enSession,
  ...enVoting,
  ...enComments,
  ...enDrafts,
  ...enGroups,
  ...enPage,
} as const;

export type Catalogue = typeof catalogue;
export type MessageKey = keyof Catalogue;
