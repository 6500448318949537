/** The leaning mark: one stroke rests on the other. Decoration; the name stands beside it. */
export function BrandMark({ className }: { className?: string }) {
  return (
    <svg className={className} viewBox="0 0 28 28" fill="none" aria-hidden="true">
      <path d="M19.5 4v20" stroke="currentColor" strokeWidth="4.5" strokeLinecap="round" opacity=".42" />
      <path d="M6 24L15.3 5.5" stroke="currentColor" strokeWidth="4.5" strokeLinecap="round" />
    </svg>
  )
}
