import { CHOICES, type ChoiceCounts } from '../../../../libs/dialogues/index.js';

/** How the answers divide, as one bar: a drawing beside the numbers that say the same. */
export function ChoiceBar({ counts }: { counts: ChoiceCounts }) {
  const total = CHOICES.reduce((sum, choice) => sum + counts[choice], 0);
  let from = 0;
  return (
    <svg class="choice-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      {CHOICES.map((choice) => {
        const width = total > 0 ? (counts[choice] / total) * 100 : 0;
        const x = from;
        from += width;
        return (
          width > 0 && <rect key={choice} class={choice} x={round(x)} y="0" width={round(width)} height="8" />
        );
      })}
    </svg>
  );
}

function round(value: number): string {
  return String(Math.round(value * 100) / 100);
}
