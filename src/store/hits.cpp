#include "annals/store/store.hpp"
