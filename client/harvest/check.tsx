// A choice that is on or off, with its words beside it.
import styles from './harvest.module.css';

export interface CheckProps {
  name: string;
  isOn: boolean;
  onToggle: () => void;
}

export function Check({ name, isOn, onToggle }: CheckProps) {
  return (
    <label className={styles.check}>
      <input type="checkbox" checked={isOn} onChange={onToggle} />
      {name}
    </label>
  );
}
