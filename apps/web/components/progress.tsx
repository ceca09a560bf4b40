import { useText } from './text.js';

interface ProgressProps {
  label: string;
  /** Without it, the end is not known. */
  value?: number;
  max?: number;
}

export function Progress({ label, value, max = 100 }: ProgressProps) {
  const { t, number } = useText();
  return (
    <label class="progress">
      <span>{label}</span>
      {value !== undefined && (
        <span class="progress-value">{t('ui.of', { value: number(value), total: number(max) })}</span>
      )}
      <progress value={value} max={max} />
    </label>
  );
}
