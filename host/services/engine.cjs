/** Univer's modules for Node; the build makes one file of this and them. */
module.exports = {
  core: require("@univerjs/core"),
  formula: require("@univerjs/engine-formula"),
  sheets: require("@univerjs/sheets"),
  sheetsFormula: require("@univerjs/sheets-formula"),
  numberFormats: require("@univerjs/sheets-numfmt"),
  notes: require("@univerjs/sheets-note"),
  validation: require("@univerjs/data-validation"),
  sheetsValidation: require("@univerjs/sheets-data-validation"),
  conditional: require("@univerjs/sheets-conditional-formatting"),
  filters: require("@univerjs/sheets-filter"),
};
