// A mistake of ours while the room is drawn ends in a sentence and ways on, the same as on the canvas, not in an empty page.
import { Component, type ReactNode } from 'react';
import { CrashNotice, type CrashActions } from '../ui/crash-notice.tsx';
import { WaitingPage } from './entry/waiting-page.tsx';

interface CrashBoundaryProps {
  actions: CrashActions;
  children: ReactNode;
}

export class CrashBoundary extends Component<CrashBoundaryProps, { hasCrashed: boolean }> {
  override state = { hasCrashed: false };

  static getDerivedStateFromError(): { hasCrashed: boolean } {
    return { hasCrashed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasCrashed) return this.props.children;
    return (
      <WaitingPage>
        <CrashNotice {...this.props.actions} />
      </WaitingPage>
    );
  }
}
