// Before what can be switched on, or is one of several choices: whether it is.
import { Check } from 'lucide-react';
import { t } from './messages/t.ts';

export function OnSign({ isOn }: { isOn: boolean }) {
  return (
    <Check size={18} visibility={isOn ? 'visible' : 'hidden'} aria-label={isOn ? t('session.on') : t('session.off')} />
  );
}
