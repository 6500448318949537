/** How a service is given. */
export const modes = ['at_home', 'at_provider', 'institution', 'online'] as const
export type Mode = (typeof modes)[number]
