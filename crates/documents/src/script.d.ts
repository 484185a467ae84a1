
export interface ReadOptions {
    /** To open the file with, where it wants one. */
    password?: string;
}

/** What is read of a review: its findings. What `checkDisclosure` gives is one. */
export interface ReviewToMark {
    findings: {
        place: Place;
        /** What is printed there. A finding is only written where it still stands. */
        quote?: string;
        /** Other places that it speaks of: in a PDF they are highlighted too, in a light blue. */
        also?: (Place & { message?: string })[];
        /** `error`, `warning` or `notice`. */
        severity?: string;
        message: string;
        working?: string;
        remedy?: string;
        /** Why it was set aside: it is passed over then. */
        setAside?: string;
    }[];
}
