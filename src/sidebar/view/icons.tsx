/** Drawn icons. All are decoration beside words, so screen readers skip them. */
import type { ComponentChildren } from "preact";

function Icon({ children }: { children: ComponentChildren }) {
  return (
    <svg
      class="icon"
      viewBox="0 0 20 20"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      stroke-width="1.75"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

export const DoneIcon = () => (
  <Icon>
    <circle cx="10" cy="10" r="7.5" />
    <path d="M6.5 10.2l2.4 2.4 4.6-5" />
  </Icon>
);

export const NowIcon = () => (
  <Icon>
    <circle cx="10" cy="10" r="7.5" />
    <circle cx="10" cy="10" r="3" fill="currentColor" stroke="none" />
  </Icon>
);

export const WaitIcon = () => (
  <Icon>
    <circle cx="10" cy="10" r="7.5" />
    <path d="M10 5.8V10l2.8 1.9" />
  </Icon>
);

export const WarningIcon = () => (
  <Icon>
    <path d="M10 3l7.5 13.5h-15L10 3z" />
    <path d="M10 8.2v3.6M10 14.1v.1" />
  </Icon>
);

export const StopIcon = () => (
  <Icon>
    <circle cx="10" cy="10" r="7.5" />
    <path d="M10 6v4.8M10 13.7v.1" />
  </Icon>
);

export const BackIcon = () => (
  <Icon>
    <path d="M12 4.5L6.5 10l5.5 5.5" />
  </Icon>
);

export const ForwardIcon = () => (
  <Icon>
    <path d="M8 4.5l5.5 5.5L8 15.5" />
  </Icon>
);

export const LinkIcon = () => (
  <Icon>
    <path d="M8.5 4.5h-4v11h11v-4M11.5 4.5h4v4M15.5 4.5l-7 7" />
  </Icon>
);

export const TabIcon = () => (
  <Icon>
    <path d="M3.5 4.5h13v11h-13zM3.5 8.5h13M8 8.5v7" />
  </Icon>
);
