/** Stands for every style sheet: what a style does is not seen in jsdom. */
export default {}
