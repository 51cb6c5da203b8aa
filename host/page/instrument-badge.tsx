/** The header's sign that the host misbehaves on purpose. */
import type { Instruments } from "../types";
import { describeInstruments } from "./instrument-text";

type Props = {
  readonly instruments: Instruments;
  readonly onOpen: () => void;
};

export function InstrumentBadge({ instruments, onOpen }: Props) {
  const lines = describeInstruments(instruments);
  if (lines.length === 0) return null;
  return (
    <button
      type="button"
      class="instrument-badge"
      title={lines.join("\n")}
      onClick={onOpen}
    >
      Включены инструменты проверки: {lines.length}
    </button>
  );
}
