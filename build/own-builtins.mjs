/**
 * Local names for the built-ins that inner loops use. In a realm of Node's vm
 * every look at a global goes through an interceptor: planning a municipality
 * took 6.4 s there and takes 2.2 s with these. On Google it changes nothing.
 */
const ownMath = Math;
const ownNumber = Number;
const ownArray = Array;
const ownMap = Map;
const ownSet = Set;
const ownString = String;
const ownObject = Object;
const ownInfinity = Infinity;
const ownUint8 = Uint8Array;
const ownInt16 = Int16Array;
const ownInt32 = Int32Array;
const ownUint32 = Uint32Array;
const ownFloat64 = Float64Array;

export {
  ownArray as Array,
  ownFloat64 as Float64Array,
  ownInfinity as Infinity,
  ownInt16 as Int16Array,
  ownInt32 as Int32Array,
  ownMap as Map,
  ownMath as Math,
  ownNumber as Number,
  ownObject as Object,
  ownSet as Set,
  ownString as String,
  ownUint8 as Uint8Array,
  ownUint32 as Uint32Array,
};
