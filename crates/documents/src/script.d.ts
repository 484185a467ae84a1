
export interface ReadOptions {
    /** To open the file with, where it wants one. */
    password?: string;
}
