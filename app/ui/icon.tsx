import type { ReactNode } from 'react'

const shapes = {
  alert: <path d="M12 4.2l8.6 15H3.4zM12 10v4.2M12 16.9v.1" />,
  bank: <path d="M4 9.5l8-5 8 5zM5.5 9.5v8M10 9.5v8M14 9.5v8M18.5 9.5v8M3.5 19.5h17" />,
  bell: <path d="M6 16.5V11a6 6 0 0112 0v5.5l1.5 2h-15zM10 20.5h4" />,
  calendar: (
    <>
      <rect x="4" y="5.5" width="16" height="14.5" rx="2.5" />
      <path d="M4 10h16M8.5 3.5v4M15.5 3.5v4" />
    </>
  ),
  car: <path d="M4 16.5v-4l2-5.5h12l2 5.5v4zM4 12.5h16M6.5 16.5v2M17.5 16.5v2" />,
  chart: <path d="M4.5 4v15.5H20M8.5 16v-4M12.5 16V8M16.5 16v-6" />,
  check: <path d="M4.5 12.5l5 5 10-11" />,
  clock: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 7.5V12l3 2" />
    </>
  ),
  document: <path d="M6.5 3.5h7.5l4 4v13h-11.5zM13.5 3.5v4.5h4.5M9.5 12.5h5M9.5 16h5" />,
  down: <path d="M6 9.5l6 6 6-6" />,
  download: <path d="M12 4v11M7 10.5l5 5 5-5M4.5 20h15" />,
  edit: <path d="M4.5 19.5l1-4L16 5a2.1 2.1 0 013 3L8.5 18.5zM14 7l3 3" />,
  equal: <path d="M5.5 9.5h13M5.5 14.5h13" />,
  exit: <path d="M10 4.5H5.5v15H10M9.5 12h10.5M16 8l4 4-4 4" />,
  eye: (
    <>
      <path d="M2.5 12S6 6 12 6s9.5 6 9.5 6-3.5 6-9.5 6-9.5-6-9.5-6z" />
      <circle cx="12" cy="12" r="2.7" />
    </>
  ),
  globe: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M3.5 12h17M12 3.5c2.4 2.3 3.6 5.1 3.6 8.5s-1.2 6.2-3.6 8.5c-2.4-2.3-3.6-5.1-3.6-8.5S9.6 5.8 12 3.5z" />
    </>
  ),
  grip: <path d="M9 6h.01M9 12h.01M9 18h.01M15 6h.01M15 12h.01M15 18h.01" strokeWidth="3" />,
  half: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 3.5a8.5 8.5 0 010 17z" fill="currentColor" />
    </>
  ),
  heart: <path d="M12 19.5S4 14.8 4 9.3A4.2 4.2 0 0112 7.5a4.2 4.2 0 018 1.8c0 5.5-8 10.2-8 10.2z" />,
  home: <path d="M4 11l8-6.5 8 6.5v8.5H4zM10 19.5v-5h4v5" />,
  info: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 11v5.2M12 7.8v.1" />
    </>
  ),
  left: <path d="M14.5 5.5L8 12l6.5 6.5" />,
  link: <path d="M10 14a4 4 0 005.7 0l3-3A4 4 0 0013 5.3l-1 1M14 10a4 4 0 00-5.7 0l-3 3A4 4 0 0011 18.7l1-1" />,
  lock: (
    <>
      <rect x="5" y="10.5" width="14" height="9.5" rx="2" />
      <path d="M8.5 10.5V8a3.5 3.5 0 017 0v2.5" />
    </>
  ),
  menu: <path d="M4 7h16M4 12h16M4 17h16" />,
  message: <path d="M4 5.5h16v11h-9l-4.5 3.5v-3.5H4z" />,
  minus: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M8 12h8" />
    </>
  ),
  money: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M15.5 8.7A4.3 4.3 0 008.7 12a4.3 4.3 0 006.8 3.3M7 11h5M7 13.2h5" />
    </>
  ),
  moon: <path d="M19.5 14.5A8 8 0 019.5 4.5a8 8 0 1010 10z" />,
  phone: <path d="M6 4h3.5l1.5 4-2 1.5a11 11 0 005.5 5.5l1.5-2 4 1.5V18a2 2 0 01-2 2A14 14 0 014 6a2 2 0 012-2z" />,
  pin: (
    <>
      <path d="M12 21s-6.5-6-6.5-11a6.5 6.5 0 0113 0c0 5-6.5 11-6.5 11z" />
      <circle cx="12" cy="10" r="2.3" />
    </>
  ),
  plan: <path d="M9 6.5h11M9 12h11M9 17.5h11M4.5 6.5h.01M4.5 12h.01M4.5 17.5h.01" />,
  plus: <path d="M12 5v14M5 12h14" />,
  print: <path d="M7 8V4h10v4M7 16.5H4V8.5h16v8h-3M7 13.5h10V20H7z" />,
  repeat: <path d="M5 11V9.5A3.5 3.5 0 018.5 6H19M16 3l3 3-3 3M19 13v1.5a3.5 3.5 0 01-3.5 3.5H5M8 21l-3-3 3-3" />,
  right: <path d="M9.5 5.5L16 12l-6.5 6.5" />,
  search: (
    <>
      <circle cx="11" cy="11" r="6.5" />
      <path d="M16 16l4.5 4.5" />
    </>
  ),
  settings: (
    <>
      <path d="M4 7.5h9M17 7.5h3M4 16.5h3M11 16.5h9" />
      <circle cx="15" cy="7.5" r="2" />
      <circle cx="9" cy="16.5" r="2" />
    </>
  ),
  shield: <path d="M12 3.5l7.5 2.8v5.2c0 4.5-3 7.6-7.5 9-4.5-1.4-7.5-4.5-7.5-9V6.3zM8.5 12l2.5 2.5 4.5-5" />,
  star: <path d="M12 4l2.4 5 5.4.7-4 3.8 1 5.5-4.8-2.7L7.2 19l1-5.5-4-3.8 5.4-.7z" />,
  sun: (
    <>
      <circle cx="12" cy="12" r="3.7" />
      <path d="M12 3v2.5M12 18.5V21M3 12h2.5M18.5 12H21M5.6 5.6l1.8 1.8M16.6 16.6l1.8 1.8M18.4 5.6l-1.8 1.8M7.4 16.6l-1.8 1.8" />
    </>
  ),
  up: <path d="M6 14.5l6-6 6 6" />,
  upload: <path d="M12 15.5V4.5M7 9l5-5 5 5M4.5 20h15" />,
  user: (
    <>
      <circle cx="12" cy="8.2" r="3.7" />
      <path d="M4.8 20c.8-4 3.6-6 7.2-6s6.4 2 7.2 6" />
    </>
  ),
  users: (
    <>
      <circle cx="9" cy="8.5" r="3.2" />
      <path d="M3 19.5c.5-3.6 2.8-5.3 6-5.3s5.5 1.7 6 5.3M15.5 5.6a3.2 3.2 0 010 5.8M17.5 14.6c2 .7 3.2 2.3 3.5 4.9" />
    </>
  ),
  video: (
    <>
      <rect x="3.5" y="6.5" width="12" height="11" rx="2" />
      <path d="M15.5 11l5-3v8l-5-3z" />
    </>
  ),
  x: <path d="M6 6l12 12M18 6L6 18" />,
} as const satisfies Record<string, ReactNode>

export type IconName = keyof typeof shapes

/** A sign beside a word, never instead of one: hidden from screen readers. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg className={className === undefined ? 'i' : `i ${className}`} viewBox="0 0 24 24" aria-hidden="true">
      {shapes[name]}
    </svg>
  )
}

/** Every sign there is, in order of name. */
export const iconNames: readonly IconName[] = Object.keys(shapes).filter(isIconName)

function isIconName(name: string): name is IconName {
  return Object.hasOwn(shapes, name)
}
