// CUDA's own file of this name, which comes with nvcc, refuses compilers that nvcc cannot work with. Nothing here is compiled by nvcc.
#pragma once
