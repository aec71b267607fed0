// Sharing: a link to take part, a link to look, and - a step away - the link that gives everything.
import type { ReactNode } from 'react';
import type { Joined } from '@commonboard/shared/protocol/routes.ts';
import type { WithToken } from '../sync/api.ts';
import { Dialog } from '../ui/dialog.tsx';
import { errorText } from '../ui/messages/error-text.ts';
import { t } from '../ui/messages/t.ts';
import { Waiting } from '../ui/spinner.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { FacilitatorPanel } from './facilitator-panel.tsx';
import { LinkActions, LinkIsOff, type LinkChanges } from './link-actions.tsx';
import { LinkPanel } from './link-panel.tsx';
import { OtherDevice } from './other-device.tsx';
import { RecoveryCode } from './recovery-code.tsx';
import { shareLink } from './share-link.ts';
import { ShortCode } from './short-code.tsx';
import { useAccess } from './use-access.ts';
import { useShareKeys, type ShareKeys } from './use-share-keys.ts';

interface ShareDialogProps {
  joined: Joined;
  /** The secret this person joined with. */
  boardKey: string;
  /** The link to facilitate was made anew: this is its secret. */
  onKey: (key: string) => void;
  withToken: WithToken;
  open: boolean;
  onClose: () => void;
}

export function ShareDialog({ open, onClose, ...links }: ShareDialogProps) {
  return (
    <Dialog open={open} onClose={onClose} title={t('share.title')}>
      <Links {...links} />
    </Dialog>
  );
}

type LinksProps = Omit<ShareDialogProps, 'open' | 'onClose'>;

function Links({ joined, boardKey, onKey, withToken }: LinksProps) {
  const { state, changes } = useShareKeys(joined, boardKey, withToken, onKey);
  if (state.kind === 'fetching') return <Waiting text={t('share.loading')} />;
  if (state.kind === 'failed') {
    return (
      <p role="alert">
        {t('share.failed')} {errorText(state.error)}
      </p>
    );
  }
  const { keys, base } = state;
  const own = <OtherDevice {...{ joined, boardKey, base, withToken }} />;
  const linkOf = (key: string): string => shareLink(base, joined.id, key);
  if (joined.role === 'facilitate') {
    return (
      <>
        <AllLinks {...{ keys, base, linkOf, changes, withToken, joined }} />
        {own}
      </>
    );
  }
  // Who came by a code, or waits for a right, holds a secret that is not to be passed on.
  if (joined.linkRole !== undefined || boardKey === joined.resume)
    return (
      <>
        <p>{t('link.not-yours')}</p>
        {own}
      </>
    );
  const { edit, view } = keys;
  return (
    <>
      {joined.role === 'edit'
        ? withLine(t('share.edit.only'), edit && <EditPanel base={base} link={linkOf(edit)} />)
        : withLine(t('share.view.only'), view && <ViewPanel base={base} link={linkOf(view)} />)}
      {own}
    </>
  );
}

interface AllLinksProps {
  joined: Joined;
  keys: ShareKeys;
  base: string;
  linkOf: (key: string) => string;
  changes: LinkChanges;
  withToken: WithToken;
}

function AllLinks({ joined, keys: { edit, view, facilitate }, base, linkOf, changes, withToken }: AllLinksProps) {
  const access = useAccess(joined.id, withToken);
  const editPanel = edit ? (
    <>
      <EditPanel base={base} link={linkOf(edit)} />
      <ShortCode access={access} base={base} />
      <LinkActions of="edit" changes={changes} />
    </>
  ) : (
    <LinkIsOff of="edit" changes={changes} />
  );
  const viewPanel = view ? (
    <>
      <ViewPanel base={base} link={linkOf(view)} />
      <LinkActions of="view" changes={changes} />
    </>
  ) : (
    <LinkIsOff of="view" changes={changes} />
  );
  const facilitatePanel = typeof facilitate === 'string' && (
    <>
      <FacilitatorPanel base={base} link={linkOf(facilitate)} />
      <LinkActions of="facilitate" changes={changes} />
      <RecoveryCode access={access} />
    </>
  );
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

function EditPanel({ base, link }: { base: string; link: string }) {
  return <LinkPanel label={t('share.link.edit')} text={t('share.edit.text')} base={base} link={link} />;
}

function ViewPanel({ base, link }: { base: string; link: string }) {
  return (
    <LinkPanel
      label={t('share.link.view')}
      text={t('share.view.text')}
      note={t('share.view.whole')}
      base={base}
      link={link}
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
