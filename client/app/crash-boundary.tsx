// A mistake of ours while the room is drawn ends in a sentence and a way back, not in an empty page.
import { Component, type ReactNode } from 'react';
import { FailedPage } from './plain-pages.tsx';

interface CrashBoundaryProps {
  onRetry: () => void;
  children: ReactNode;
}

export class CrashBoundary extends Component<CrashBoundaryProps, { error: unknown }> {
  override state = { error: null };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return <FailedPage error={this.state.error} onRetry={this.props.onRetry} />;
  }
}
