// Sharing: a link to take part, a link to look, and - a step away - the link that gives everything.
import type { ReactNode } from 'react';
import type { Role } from '@commonboard/shared/protocol/roles.ts';
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import { Dialog } from '../ui/dialog.tsx';
import { errorText } from '../ui/messages/error-text.ts';
import { t } from '../ui/messages/t.ts';
import { Waiting } from '../ui/spinner.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { FacilitatorPanel } from './facilitator-panel.tsx';
import { LinkPanel } from './link-panel.tsx';
import { shareLink } from './share-link.ts';
import { useShareKeys, type ShareKeys, type WithToken } from './use-share-keys.ts';

interface ShareDialogProps {
  joined: Joined;
  /** The secret this person joined with. */
  boardKey: string;
  withToken: WithToken;
  open: boolean;
  onClose: () => void;
}

export function ShareDialog({ joined, boardKey, withToken, open, onClose }: ShareDialogProps) {
  return (
    <Dialog open={open} onClose={onClose} title={t('share.title')}>
      <Links joined={joined} boardKey={boardKey} withToken={withToken} />
    </Dialog>
  );
}

function Links({ joined, boardKey, withToken }: Omit<ShareDialogProps, 'open' | 'onClose'>) {
  const state = useShareKeys(joined, boardKey, withToken);
  if (state.kind === 'fetching') return <Waiting text={t('share.loading')} />;
  if (state.kind === 'failed') {
    return (
      <p role="alert">
        {t('share.failed')} {errorText(state.error)}
      </p>
    );
  }
  const linkOf = (key: string): string => shareLink(state.base, joined.id, key);
  return <LinksFor role={joined.role} keys={state.keys} base={state.base} linkOf={linkOf} />;
}

interface LinksForProps {
  role: Role;
  keys: ShareKeys;
  base: string;
  linkOf: (key: string) => string;
}

function LinksFor({ role, keys: { edit, view, facilitate }, base, linkOf }: LinksForProps) {
  const editPanel = edit !== undefined && (
    <LinkPanel label={t('share.link.edit')} text={t('share.edit.text')} base={base} link={linkOf(edit)} />
  );
  const viewPanel = view !== undefined && (
    <LinkPanel
      label={t('share.link.view')}
      text={t('share.view.text')}
      note={t('share.view.whole')}
      base={base}
      link={linkOf(view)}
    />
  );
  if (role === 'edit') return withLine(t('share.edit.only'), editPanel);
  if (role === 'view') return withLine(t('share.view.only'), viewPanel);
  const facilitatePanel = facilitate !== undefined && <FacilitatorPanel base={base} link={linkOf(facilitate)} />;
  return (
    <Tabs
      label={t('share.title')}
      tabs={[
        { id: 'edit', name: t('share.tab.edit'), panel: editPanel },
        { id: 'view', name: t('share.tab.view'), panel: viewPanel },
        { id: 'facilitate', name: t('share.tab.facilitate'), panel: facilitatePanel },
      ]}
    />
  );
}

function withLine(line: string, panel: ReactNode) {
  return (
    <>
      {panel}
      <p>{line}</p>
    </>
  );
}
