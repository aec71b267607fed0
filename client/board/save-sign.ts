// The signs beside the words of the save state.
import { Check, CloudOff, Eye, RefreshCw, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { SaveState } from './save-state.ts';

export const saveSigns: Readonly<Record<SaveState['kind'], LucideIcon>> = {
  saved: Check,
  saving: RefreshCw,
  connecting: RefreshCw,
  offline: CloudOff,
  'offline-kept': CloudOff,
  'not-saving': TriangleAlert,
  'view-only': Eye,
  stopped: TriangleAlert,
};
