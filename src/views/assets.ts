/** Addresses of styles, scripts and fonts. The web fills in each file's hash at start, so that they never go stale. */
export interface AssetPaths {
  staff: string
  partner: string
  script: string
  htmx: string
}

export const assets: AssetPaths = {
  staff: '/assets/staff.css',
  partner: '/assets/partner.css',
  script: '/assets/gaung.js',
  htmx: '/assets/htmx.js',
}
