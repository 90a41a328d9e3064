export interface Reading {}
export interface ImportReport {}
