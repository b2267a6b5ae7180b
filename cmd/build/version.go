package main

// version is the version of the program, for build.json. It changes when the
// same inputs may give other bytes.
const version = "1.0.0"
