import type { PlacedRow } from "./waterfall-layout.ts";

interface WaterfallButtonsProps {
  placed: readonly PlacedRow[];
  chosen: string | undefined;
  onChoose: (id: string | undefined) => void;
}

/** One button over each row of the drawing, to choose it and to take that back. */
export function WaterfallButtons({ placed, chosen, onChoose }: WaterfallButtonsProps) {
  return (
    <>
      {placed.map(({ row: { id, title, end }, y, height }) => (
        <button
          key={id}
          type="button"
          class="waterfall-choose"
          style={`top:${y}px;height:${height}px`}
          aria-pressed={id === chosen}
          aria-label={end ? `${title}, ${end}` : title}
          onClick={() => onChoose(id === chosen ? undefined : id)}
        />
      ))}
    </>
  );
}
