/** How a part that stands for a line looks while that line is pointed at: see LinkedLines. */
export const LINE_PART =
  'data-pointed:bg-accent-wash data-pointed:outline-2 data-pointed:outline-offset-2 data-pointed:outline-accent'
